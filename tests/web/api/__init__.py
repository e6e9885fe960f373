"""Test the REST interface."""
