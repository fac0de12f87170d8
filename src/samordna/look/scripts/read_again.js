// Where does Back lead to after a form that was refused and then sent well: to its page, not to sending it again?
//
// The page that tells what is wrong is the answer to a sent form. Its place in the history becomes the address where
// the same form is read, as it was saved.

const told = document.querySelector("[data-read-again]");
if (told) history.replaceState(history.state, "", told.dataset.readAgain);
