package rw.ishemalink.tracking.route;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.Constants;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.GHUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes a graph of an extract once and finds it again at the next start. A graph is made beside its place and moved
 * there when it is whole, so neither a kill nor a second instance leaves half a one; a changed extract
 * or changed rules have another name.
 *
 * @param graphs where graphs are kept
 * @param leastNetwork roads that hang together with fewer edges than this are left out: they lead nowhere
 */
record RoadGraphFiles(Path graphs, int leastNetwork) {

    /** What {@code car.json} and {@code truck.json} of GraphHopper 11 ask of each road. */
    private static final String WHAT_IS_KNOWN_OF_A_ROAD = "car_access, car_average_speed, road_access, hgv, max_width,"
            + " max_height, max_weight, max_weight_except";

    /** The highest limit of Rwanda's road code (Presidential Order 85/01 of 2 September 2002). */
    private static final String CAR_LIMIT_KMH = "80";

    /** Goods vehicles: speed governors (Presidential Order of 25 February 2015). */
    private static final String TRUCK_LIMIT_KMH = "60";

    /** Nobody drives at the limit through hills: governed buses make about 45 km/h from Kigali to Nyagatare. Our choice. */
    private static final String HILLS = "0.8";

    /** Opens the extract's graph, and makes it first if it is new: minutes for a country. */
    RoadGraph open(Path extract) {
        try {
            Path graph = graphs.resolve(name(extract));
            if (!Files.isDirectory(graph)) {
                make(extract, graph);
            }
            GraphHopper hopper = describe(graph).setAllowWrites(false);
            if (!hopper.load()) {
                throw new IllegalStateException("there is no graph in " + graph);
            }
            return new RoadGraph(hopper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path extract, Path graph) throws IOException {
        Path unfinished = graphs.resolve(graph.getFileName() + "-" + UUID.randomUUID());
        Files.createDirectories(unfinished);
        try {
            read(extract, unfinished);
            Files.move(unfinished, graph, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(graph)) { // else another instance was quicker
                throw e;
            }
        } finally {
            delete(unfinished);
        }
    }

    private void read(Path extract, Path unfinished) {
        GraphHopper hopper = describe(unfinished).setOSMFile(extract.toString());
        try {
            hopper.importOrLoad();
        } finally {
            hopper.close();
        }
    }

    private GraphHopper describe(Path graph) {
        GraphHopper hopper = new GraphHopper()
                .setGraphHopperLocation(graph.toString())
                .setEncodedValuesString(WHAT_IS_KNOWN_OF_A_ROAD)
                .setMinNetworkSize(leastNetwork)
                .setProfiles(profiles());
        hopper.getCHPreparationHandler()
                .setCHProfiles(Stream.of(RoadProfile.values())
                        .map(profile -> new CHProfile(RoadGraph.name(profile)))
                        .toList());
        return hopper;
    }

    private static List<Profile> profiles() {
        return List.of(
                profile(RoadProfile.CAR, "car.json", CAR_LIMIT_KMH),
                profile(RoadProfile.TRUCK, "truck.json", TRUCK_LIMIT_KMH));
    }

    private static Profile profile(RoadProfile profile, String model, String limitKmh) {
        CustomModel rules = GHUtility.loadCustomModelFromJar(model)
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, limitKmh))
                .addToSpeed(Statement.If("true", Statement.Op.MULTIPLY, HILLS));
        return new Profile(RoadGraph.name(profile)).setCustomModel(rules);
    }

    /** Names all that a graph follows from: the extract, and the rules by which it was read. */
    private String name(Path extract) throws IOException {
        String rules = profiles() + WHAT_IS_KNOWN_OF_A_ROAD + leastNetwork + Constants.VERSION;
        return "%s-%d-%d-%08x"
                .formatted(
                        extract.getFileName(),
                        Files.size(extract),
                        Files.getLastModifiedTime(extract).toMillis(),
                        rules.hashCode());
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
