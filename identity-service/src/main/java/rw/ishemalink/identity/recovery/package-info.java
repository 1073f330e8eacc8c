/** The way back to an account whose SIM is lost. Invariant: a number moves only after staff saw the person and the old phone had its time to refuse; the database holds both. */
@NullMarked
package rw.ishemalink.identity.recovery;

import org.jspecify.annotations.NullMarked;
