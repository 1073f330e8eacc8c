/** Searches and reports, read from a replica where there is one. Invariant: what is read is never older than the bound, and nothing is written. */
@NullMarked
package rw.ishemalink.kit.reads;

import org.jspecify.annotations.NullMarked;
