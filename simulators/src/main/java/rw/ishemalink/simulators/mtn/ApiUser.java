package rw.ishemalink.simulators.mtn;

import org.jspecify.annotations.Nullable;

/** A merchant's API user. {@code apiKey} is null until one was made. */
public record ApiUser(
        String id,
        String callbackHost,
        String targetEnvironment,
        @Nullable String apiKey) {

    ApiUser withKey(String key) {
        return new ApiUser(id, callbackHost, targetEnvironment, key);
    }
}
