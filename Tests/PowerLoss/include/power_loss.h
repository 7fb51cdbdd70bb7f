#ifndef POWER_LOSS_H
#define POWER_LOSS_H

#include <stdint.h>

/// A file system for SQLite that remembers which writes a disk would not have yet, so that a test can ask what is left
/// when the power goes. For tests only.
///
/// It stands in front of the usual one and becomes the default of the process. Files outside watched folders pass
/// through untouched. Within a watched folder the real file always holds everything, as a running program sees it; what
/// was synced is kept apart, with the writes since then in their order.

/// A folder that is watched.
typedef struct power_loss power_loss;

/// What a disk does with writes that were not synced when the power goes.
enum power_loss_mode {
    /// None of them is there.
    POWER_LOSS_DROPS_ALL = 0,
    /// Some are there, in any combination, and some of those only in part (sectors of 512 bytes).
    POWER_LOSS_KEEPS_SOME = 1,
};

/// Makes this the default file system of SQLite in the process; harmless when done again.
/// Returns 0, or an SQLite error code.
int power_loss_register(void);

/// Begins to watch a folder, given by its real path. What is in it counts as synced.
/// Returns a watch that `power_loss_end` frees, or NULL.
power_loss *power_loss_watch(const char *folder);

/// After a number of further writes, syncs, truncations and deletions, writes what a disk would hold to files in `target`,
/// a folder that must be there. The program goes on as if nothing happened.
void power_loss_arm(
    power_loss *watch, int64_t operations, const char *target, uint64_t seed, enum power_loss_mode mode);

/// Whether the moment has come. Returns 1 or 0.
int power_loss_happened(const power_loss *watch);

/// How many writes, syncs, truncations and deletions there were.
int64_t power_loss_operations(const power_loss *watch);

/// Stops watching, and frees the watch. All databases in the folder must be closed.
void power_loss_end(power_loss *watch);

#endif
