package rw.ishemalink.booking.quote;

import java.util.List;
import java.util.Optional;

/**
 * A country that goods are sent to.
 *
 * @param country ISO 3166-1 alpha-2
 * @param town the town that distances are measured to
 * @param borderPosts those that lead there, also through another country: Kenya has no border with Rwanda
 */
public record Neighbour(String country, String town, GeoPoint townCentre, List<BorderPost> borderPosts) {

    public Neighbour {
        borderPosts = List.copyOf(borderPosts);
    }

    /** The post of that name, in any case, if it leads there. */
    public Optional<BorderPost> findBorderPost(String name) {
        String wanted = name.strip();
        for (BorderPost post : borderPosts) {
            if (post.name().equalsIgnoreCase(wanted)) {
                return Optional.of(post);
            }
        }
        return Optional.empty();
    }
}
