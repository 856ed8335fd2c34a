package look

import (
	"encoding/json"

	"fyne.io/fyne/v2/lang"

	"zhenjie/assets/words"
)

// toolkit are the sentences of Fyne that can come up, by Fyne's own keys.
var toolkit = map[string]words.ID{
	"Undo":              "toolkit.undo",
	"Redo":              "toolkit.redo",
	"Cut":               "toolkit.cut",
	"Copy":              "toolkit.copy",
	"Paste":             "toolkit.paste",
	"Select all":        "toolkit.select_all",
	"OK":                "toolkit.ok",
	"Confirm":           "toolkit.confirm",
	"Cancel":            "toolkit.cancel",
	"Yes":               "toolkit.yes",
	"No":                "toolkit.no",
	"Error":             "toolkit.error",
	"Open":              "toolkit.open",
	"Save":              "toolkit.save",
	"Quit":              "toolkit.quit",
	"File":              "toolkit.file",
	"Folder":            "toolkit.folder",
	"New Folder":        "toolkit.new_folder",
	"Create Folder":     "toolkit.create_folder",
	"Enter filename":    "toolkit.enter_filename",
	"Favourites":        "toolkit.favourites",
	"Show Hidden Files": "toolkit.show_hidden",
	"Advanced":          "toolkit.advanced",
	"file.name":         "toolkit.file_name",
	"file.parent":       "toolkit.file_parent",
}

// Speak has Fyne say its own sentences in a language. Fyne follows the
// system's locale and nothing else, so its words for just that locale are
// replaced; what is already on the screen stays as it was said.
func Speak(l words.Lang) error {
	said := make(map[string]string, len(toolkit))
	for key, id := range toolkit {
		said[key] = words.Say(id).In(l)
	}
	data, err := json.Marshal(said)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(data, lang.SystemLocale())
}
