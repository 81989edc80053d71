package markdown

import "slices"

// The parts of the apparatus, by their ids.
const (
	termsID      = "terms"
	indicatorsID = "indicators"
	notesID      = "notes"
	themesID     = "themes"
	relatedID    = "related"
	regionID     = "region"
	promisesID   = "promises"
	collationID  = "collation"
	citeID       = "cite"
)

func isApparatus(id string) bool {
	return slices.Contains([]string{termsID, indicatorsID, notesID, themesID, relatedID, regionID, promisesID, collationID, citeID}, id)
}
