/* SPDX-License-Identifier: GPL-2.0-only */
/* SHA-256, written from FIPS 180-4. Freestanding: needs only <stdint.h>. */
#ifndef PURGATORY_SHA256_H
#define PURGATORY_SHA256_H

#include <stdint.h>

#define SHA256_BLOCK_SIZE 64
#define SHA256_DIGEST_SIZE 32

struct sha256 {
	uint32_t state[8];
	uint64_t length; /* bytes hashed so far */
	uint8_t block[SHA256_BLOCK_SIZE];
};

void sha256_init(struct sha256 *sha);
void sha256_update(struct sha256 *sha, const uint8_t *data, uint64_t length);
void sha256_final(struct sha256 *sha, uint8_t digest[SHA256_DIGEST_SIZE]);

#endif
