/** Customs manifests of exports. Invariant: what is issued is stored with its SHA-256 and never changed; another vehicle is another manifest. */
@NullMarked
package rw.ishemalink.compliance.manifest;

import org.jspecify.annotations.NullMarked;
