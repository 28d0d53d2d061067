package content

import "collate/generator/frontmatter"

// AddArchived gives the bytes of a summary's file with the address of an
// archived copy beside that of its source, and all else as it was.
func AddArchived(data []byte, address string) ([]byte, error) {
	return frontmatter.Insert(data, anyKeys, "source", "url", "archived", address)
}
