"""Proposals of a machine + decisions of a person in, reviewed statements out."""
