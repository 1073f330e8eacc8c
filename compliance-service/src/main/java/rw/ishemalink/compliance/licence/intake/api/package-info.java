/** REST: files of licences and manual entries. Invariant: officials and administrators only, of the own tenant. */
@NullMarked
package rw.ishemalink.compliance.licence.intake.api;

import org.jspecify.annotations.NullMarked;
