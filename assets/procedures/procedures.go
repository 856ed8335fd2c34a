// Package procedures embeds the application procedures that come with the
// program, one YAML file each; package planning/procedure reads them and
// docs/procedures.md describes the format.
package procedures

import "embed"

// Files holds the procedures; the name of a file is the procedure's id.
//
//go:embed *.yaml
var Files embed.FS

// Schema is the JSON schema of the files, for editors that check while one
// types.
//
//go:embed schema.json
var Schema []byte
