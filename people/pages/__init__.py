"""What views share, so that none needs another: the declared lists, paging, errors, downloads and citations."""
