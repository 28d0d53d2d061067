package content

import (
	"fmt"
)

// At is where the value stands in its file: line:column, from 1.
func (f *Report) At() string { return fmt.Sprintf("%d:%d", f.at.Line, f.at.Column) }
