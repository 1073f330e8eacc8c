/** Who saw whose personal data. Invariant: an answer with somebody else's data is given only after its record is committed. */
@NullMarked
package rw.ishemalink.kit.access;

import org.jspecify.annotations.NullMarked;
