/** What is told of people's standing, on {@code identity.events}. Invariant: each fact about a person has the next number, and none has a name or a phone in it. */
@NullMarked
package rw.ishemalink.identity.standing;

import org.jspecify.annotations.NullMarked;
