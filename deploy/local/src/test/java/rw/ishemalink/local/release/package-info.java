/** The release, on a broker and a registry of the test. */
@NullMarked
package rw.ishemalink.local.release;

import org.jspecify.annotations.NullMarked;
