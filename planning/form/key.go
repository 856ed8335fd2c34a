package form

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// counter numbers rows of the same key.
type counter map[string]int

func (c counter) next(key []string) int {
	k := keyText(key)
	c[k]++
	return c[k]
}

// keyText is a key as one text, other for every other key.
func keyText(key []string) string {
	clean := make([]string, len(key))
	for i, k := range key {
		clean[i] = Clean(k)
	}
	data, _ := json.Marshal(clean) // of strings, which never fails
	return string(data)
}

func numbered(key []string, n int) string { return fmt.Sprint(keyText(key), n) }

// markOf is what a row of a list carries so that it is known again whatever is
// written over it.
func markOf(key []string, n int) string {
	sum := sha256.Sum256([]byte(keyText(key)))
	return fmt.Sprint(hex.EncodeToString(sum[:8]), ".", n)
}
