package edit

import (
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// SetClaims changes the numbers the applicant states.
type SetClaims struct{ To planning.Claims }

// Name implements Command.
func (SetClaims) Name() words.Text { return words.Say("edit.set_claims") }

// Blocked implements Command.
func (c SetClaims) Blocked(planning.Plan) words.Text {
	for _, a := range []geo.Area{c.To.Extent, c.To.Core} {
		if !(a >= 0 && a <= maxClaim) {
			return words.Say("edit.claim_range")
		}
	}
	if c.To.Investment < 0 || c.To.Investment > planning.MaxMoney {
		return words.Say("edit.claim_range")
	}
	return words.Text{}
}

// maxClaim is more than any town's area: that of China.
const maxClaim = 9.7e6 * geo.SquareKilometre

// Apply implements Command.
func (c SetClaims) Apply(p planning.Plan) planning.Plan {
	p.Claims = c.To
	return p
}

// SetSigma changes the accuracy of a boundary point.
type SetSigma struct{ Metres float64 } // standard error in each coordinate

// Name implements Command.
func (c SetSigma) Name() words.Text {
	return words.Say("edit.set_sigma", "m", geo.Decimal(c.Metres, 2))
}

// Blocked implements Command.
func (c SetSigma) Blocked(planning.Plan) words.Text {
	if math.IsNaN(c.Metres) || c.Metres <= 0 || c.Metres > 100 {
		return words.Say("edit.sigma_range")
	}
	return words.Text{}
}

// Apply implements Command.
func (c SetSigma) Apply(p planning.Plan) planning.Plan {
	p.Settings.VertexSigma = c.Metres
	return p
}

// SetRulebook chooses what the plan is judged by.
type SetRulebook struct {
	ID    string
	Title words.Text
}

// Name implements Command.
func (c SetRulebook) Name() words.Text { return words.Say("edit.set_rulebook", "title", c.Title) }

// Blocked implements Command.
func (c SetRulebook) Blocked(planning.Plan) words.Text { return tooLong(c.ID) }

// Apply implements Command.
func (c SetRulebook) Apply(p planning.Plan) planning.Plan {
	p.Settings.Rulebook = c.ID
	return p
}
