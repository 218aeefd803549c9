"""One small module per noun: a view names a queryset, a filter and a template."""
