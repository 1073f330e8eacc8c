/** The audit trail: every event about a booking, in order. Invariant: entries are only ever added, and hold no name and no phone number. */
@NullMarked
package rw.ishemalink.compliance.audit;

import org.jspecify.annotations.NullMarked;
