"""What attackers and accidents put into a workspace: texts, IRIs, files, queries and edits."""
