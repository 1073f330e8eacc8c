package rw.ishemalink.tracking.geofence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The land border posts of Rwanda; coordinates from public maps, good to 1–3 km. */
public final class BorderPosts {

    /** A border post by name. */
    public record BorderPost(String name, GeoPoint place) {}

    private static final List<BorderPost> ALL = List.of(
            post("Gatuna", -1.4235, 30.0115),
            post("Kagitumba", -1.054, 30.459),
            post("Cyanika", -1.342, 29.733),
            post("Rusumo", -2.3806, 30.7772),
            post("Petite Barrière", -1.679, 29.2475),
            post("Grande Barrière", -1.698, 29.245),
            post("Rusizi I", -2.4903, 28.8933),
            post("Rusizi II", -2.529, 28.888),
            post("Bugarama", -2.702, 29.006),
            post("Ruhwa", -2.73, 29.04),
            post("Nemba", -2.405, 30.188),
            post("Akanyaru Haut", -2.79, 29.605));

    private static final Map<String, BorderPost> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(BorderPost::name, Function.identity()));

    private BorderPosts() {}

    public static List<BorderPost> listAll() {
        return ALL;
    }

    /** The border post of that name, if there is one. */
    public static Optional<BorderPost> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static BorderPost post(String name, double latitude, double longitude) {
        return new BorderPost(name, new GeoPoint(latitude, longitude));
    }
}
