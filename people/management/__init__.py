"""What the commands of manage.py need, and the commands."""
