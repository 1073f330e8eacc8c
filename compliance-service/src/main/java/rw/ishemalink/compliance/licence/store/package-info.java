/** The tables of licences. Invariant: what a source says anew is in the history in the same transaction. */
@NullMarked
package rw.ishemalink.compliance.licence.store;

import org.jspecify.annotations.NullMarked;
