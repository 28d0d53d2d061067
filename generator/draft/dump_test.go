package draft

import (
	"fmt"
	"os"
	"testing"

	"collate/generator/value"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		t.Skip()
	}
	data, _ := os.ReadFile(name)
	fmt.Println(Language(string(data)))
	for _, f := range Find(string(data), value.Locale{}) {
		line := value.JSON(f.Value, nil, f.Text)
		fmt.Printf("%6d %-30q %s [%s %s] %s %s %s\n", f.Start, f.Text, line.Value, line.Low, line.High, f.Unit, f.Qualifier, f.Label)
	}
}
