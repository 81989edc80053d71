package tongue

import "golang.org/x/sys/windows"

// ofSystem is the language that Windows speaks, which sets no variable for it.
func ofSystem() string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}
