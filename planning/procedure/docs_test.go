package procedure_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"zhenjie/planning/procedure"
)

// TestTheExampleOfTheDocs reads the complete example of docs/procedures.md and
// holds it against the schema.
func TestTheExampleOfTheDocs(t *testing.T) {
	doc, err := os.ReadFile("../../docs/procedures.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(strings.ReplaceAll(string(doc), "\r\n", "\n"), "```yaml\n")
	if !ok {
		t.Fatal("docs/procedures.md has no example")
	}
	text, _, _ = strings.Cut(text, "```\n")
	if err := schema(t).Validate(document(t, []byte(text))); err != nil {
		t.Error(err)
	}
	d, err := procedure.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	again, err := procedure.Parse(procedure.Format(d))
	if err != nil || !reflect.DeepEqual(again, d) {
		t.Errorf("written anew it is %+v, %v", again, err)
	}
}
