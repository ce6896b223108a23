# Titles, column heads and labels of the screens.
