# The deck of prompt cards: the pane, what is told of it, and why a deck of one's own is left out.

deck-card = Card
deck-place = { $n } of { $all }
deck-no-category = No category
deck-quote = “{ $text }”
deck-source = Source:{" "}
deck-draw = n draws a card of the category with the fewest risks.
deck-all-dealt = Every card has been dealt with. “Take back a dismissed card” among the commands shows one again.
deck-none = No cards: no deck is chosen. “Choose the decks” among the commands turns one on.
deck-summary = adopted { $adopted } · not relevant { $dismissed } · left { $left } · touched { $touched }/{ $all }
deck-risks = risks
deck-left = cards

choice-dismissed = Considered, not relevant: Enter takes a card back
choice-decks = Decks that cards are drawn from

notice-card-adopted = { $what } is on the list; e edits its title, u takes it back
notice-no-cards = no deck is chosen: see “Choose the decks” among the commands
notice-all-cards-dealt = every card has been dealt with
notice-cards-again = { $n ->
    [one] the one card left was shown; here it is again
   *[other] all { $n } cards left were shown; from the first again
}
unavailable-no-card-in-hand = no card in hand; n draws one

deck-left-out = { $what } It is left out; mend the file or move it out of the folder, then start again.
deck-broken = The deck { $path }:{ $fault }
deck-flaw-no-cards = there are no cards.
deck-flaw-too-many = there are more than { $n } cards.
deck-flaw-key-twice = another card has this key.
deck-flaw-key-too-long = together with the key of the deck it is longer than 60 characters.
deck-flaw-language = “{ $found }” is no language of the program; en and es are, or leave it out.
deck-flaw-taken = another deck has this key, in this language or in any.
deck-flaw-card-taken = a card of another deck has this key.
deck-too-large = The deck { $path } is larger than { $limit } bytes.
deck-not-a-file = { $path } is no file.
deck-unread = The deck { $path } cannot be read: { $cause }.
decks-too-many = There are more than { $n } decks in { $path }; the rest of them is left out.
decks-unread = The decks in { $path } cannot be read: { $cause }.
