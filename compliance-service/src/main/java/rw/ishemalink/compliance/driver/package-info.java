/** Checks drivers' papers before any booking, by the rules of dispatch. Invariant: unknown is never a yes, and an answer names the papers it is about. */
@NullMarked
package rw.ishemalink.compliance.driver;

import org.jspecify.annotations.NullMarked;
