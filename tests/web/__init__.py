"""Test the web room."""
