"""What Probe is measured beside: the usual ways to show the same data, and what a server does at best."""
