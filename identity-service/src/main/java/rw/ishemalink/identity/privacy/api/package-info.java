/** A person's wishes over HTTP. Invariant: nobody asks for another. */
@NullMarked
package rw.ishemalink.identity.privacy.api;

import org.jspecify.annotations.NullMarked;
