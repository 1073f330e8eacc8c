/** How long data is kept. Invariant: what is declared is what is done, and what docs/privacy.md says; a class that nobody deletes shows as a figure that grows. */
@NullMarked
package rw.ishemalink.kit.retention;

import org.jspecify.annotations.NullMarked;
