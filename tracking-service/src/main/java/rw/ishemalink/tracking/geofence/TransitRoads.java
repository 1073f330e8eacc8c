package rw.ishemalink.tracking.geofence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The paved roads to the border posts, as lines between towns: the branches of the Northern Corridor (Gatuna, Kagitumba,
 * Cyanika; on to Rubavu, Rusizi and Akanyaru) and of the Central Corridor (Rusumo; on to Nemba). Coordinates from
 * public maps, good to 1–3 km. Which of these roads customs have gazetted for transit is not verified.
 */
public final class TransitRoads {

    private record Town(String name, GeoPoint place) {}

    private static final List<Town> TOWNS = List.of(
            town("Kigali", -1.945, 30.060),
            town("Nyacyonga", -1.868, 30.075),
            town("Kajevuba", -1.770, 30.095),
            town("Gicumbi", -1.576, 30.067),
            town("Shyorongi", -1.868, 29.985),
            town("Rulindo", -1.740, 29.930),
            town("Base", -1.660, 29.875),
            town("Gakenke", -1.690, 29.784),
            town("Musanze", -1.500, 29.634),
            town("Mukamira", -1.640, 29.500),
            town("Rubavu", -1.690, 29.270),
            town("Ngarama", -1.560, 30.230),
            town("Nyagatare", -1.298, 30.327),
            town("Ryabega", -1.330, 30.370),
            town("Matimba", -1.140, 30.440),
            town("Kabuga", -1.975, 30.225),
            town("Rwamagana", -1.949, 30.435),
            town("Kayonza", -1.900, 30.508),
            town("Kiziguro", -1.770, 30.430),
            town("Kabarore", -1.617, 30.385),
            town("Kabarondo", -2.010, 30.560),
            town("Ngoma", -2.160, 30.543),
            town("Kirehe", -2.265, 30.655),
            town("Nyamata", -2.147, 30.090),
            town("Ramiro", -2.260, 30.240),
            town("Kamonyi", -2.005, 29.900),
            town("Muhanga", -2.084, 29.756),
            town("Ruhango", -2.233, 29.780),
            town("Nyanza", -2.360, 29.755),
            town("Huye", -2.597, 29.740),
            town("Nyamagabe", -2.470, 29.570),
            town("Kitabi", -2.550, 29.430),
            town("Uwinka", -2.478, 29.200),
            town("Ntendezi", -2.470, 29.050),
            town("Rusizi", -2.485, 28.907),
            town("Bugarama town", -2.690, 29.010),
            town("Karongi", -2.065, 29.355),
            town("Rutsiro", -1.890, 29.340),
            town("Nyamasheke", -2.330, 29.090),
            town("Ngororero", -1.870, 29.620));

    private static final List<List<String>> ROADS = List.of(
            List.of("Kigali", "Nyacyonga", "Kajevuba", "Gicumbi", "Gatuna"),
            List.of("Kigali", "Shyorongi", "Rulindo", "Base", "Gakenke", "Musanze", "Cyanika"),
            List.of("Base", "Gicumbi", "Ngarama", "Nyagatare", "Ryabega"),
            List.of("Musanze", "Mukamira", "Rubavu", "Petite Barrière"),
            List.of("Rubavu", "Grande Barrière"),
            List.of("Kigali", "Kabuga", "Rwamagana", "Kayonza", "Kabarondo", "Ngoma", "Kirehe", "Rusumo"),
            List.of("Kayonza", "Kiziguro", "Kabarore", "Ryabega", "Matimba", "Kagitumba"),
            List.of("Kigali", "Nyamata", "Nemba"),
            List.of("Kigali", "Kamonyi", "Muhanga", "Ruhango", "Nyanza", "Huye", "Akanyaru Haut"),
            List.of("Huye", "Nyamagabe", "Kitabi", "Uwinka", "Ntendezi", "Rusizi", "Rusizi I"),
            List.of("Rusizi", "Rusizi II"),
            List.of("Ntendezi", "Bugarama town", "Bugarama"),
            List.of("Bugarama town", "Ruhwa"),
            List.of("Muhanga", "Karongi", "Rutsiro", "Rubavu"),
            List.of("Muhanga", "Ngororero", "Mukamira"),
            List.of("Karongi", "Nyamasheke", "Ntendezi"),
            List.of("Nyamata", "Ramiro", "Ngoma"),
            List.of("Ramiro", "Nyanza"));

    /** By border post, then by the town that it starts from. */
    private static final Map<String, Map<String, Corridor>> CORRIDORS = corridors();

    private TransitRoads() {}

    /** The shortest way by these roads from the town nearest to the origin, if the border post is known. */
    public static Optional<Corridor> findCorridor(GeoPoint origin, String borderPost) {
        return Optional.ofNullable(CORRIDORS.get(borderPost)).map(byTown -> byTown.get(nearestTown(origin)));
    }

    private static String nearestTown(GeoPoint origin) {
        String nearest = "";
        double least = Double.POSITIVE_INFINITY;
        for (Town town : TOWNS) {
            double north = town.place().latitude() - origin.latitude();
            double east = town.place().longitude() - origin.longitude();
            double square = north * north + east * east;
            if (square < least) {
                least = square;
                nearest = town.name();
            }
        }
        return nearest;
    }

    private static Map<String, Map<String, Corridor>> corridors() {
        Map<String, GeoPoint> places = new HashMap<>();
        TOWNS.forEach(town -> places.put(town.name(), town.place()));
        BorderPosts.listAll().forEach(post -> places.put(post.name(), post.place()));
        ShortestWays ways = new ShortestWays(places, ROADS);
        return BorderPosts.listAll().stream()
                .map(BorderPosts.BorderPost::name)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), post -> corridorsTo(post, places, ways)));
    }

    private static Map<String, Corridor> corridorsTo(String post, Map<String, GeoPoint> places, ShortestWays ways) {
        Map<String, String> next = ways.listNextTo(post);
        return TOWNS.stream()
                .map(Town::name)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        town -> new Corridor(ShortestWays.follow(town, next).stream()
                                .map(places::get)
                                .toList())));
    }

    private static Town town(String name, double latitude, double longitude) {
        return new Town(name, new GeoPoint(latitude, longitude));
    }
}
