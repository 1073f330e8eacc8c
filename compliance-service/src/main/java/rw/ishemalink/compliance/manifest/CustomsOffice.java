package rw.ishemalink.compliance.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A customs office at a border post.
 *
 * @param code of ASYCUDA, 1 to 5 characters; a placeholder when none was loaded
 * @param loaded whether the code comes from what was loaded
 */
public record CustomsOffice(String code, boolean loaded) {

    @Nullable
    String loadedCode() {
        return loaded ? code : null;
    }
}
