"""Test the pages."""
