/** Licences on paper: files and manual entries. Invariant: what is wrong is said by line and column, never by what stands there. */
@NullMarked
package rw.ishemalink.compliance.licence.intake;

import org.jspecify.annotations.NullMarked;
