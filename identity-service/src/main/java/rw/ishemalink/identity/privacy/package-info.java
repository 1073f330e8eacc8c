/** What the law gives a person: identifiers under seal, a copy, and being forgotten. Invariant: a request ends only when every service that holds data of the person has answered. */
@NullMarked
package rw.ishemalink.identity.privacy;

import org.jspecify.annotations.NullMarked;
