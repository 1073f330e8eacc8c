/**
 * The register of operating licences. No public API of RURA or RTDA exists: this plain JSON design is ours.
 * Invariant: the register answers what its clerk stored, word for word; whether a licence is still valid is for the asker to judge.
 */
@NullMarked
package rw.ishemalink.simulators.rura;

import org.jspecify.annotations.NullMarked;
