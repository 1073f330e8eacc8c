/** What only the whole suite shows, played through the gateway on real parts. */
@NullMarked
package rw.ishemalink.system;

import org.jspecify.annotations.NullMarked;
