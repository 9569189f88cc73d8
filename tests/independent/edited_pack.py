# SPDX-License-Identifier: EUPL-1.2
"""EditedPack changes bytes of a pack, and can correct its checksums and hashes."""

import hashlib
import json
import struct
import zlib

from reader.container import PAGE
from reader.pack import Pack


class EditedPack:
    """The bytes of a pack, with methods that find, change and correct parts."""

    def __init__(self, content):
        self.bytes = bytearray(content)

    def u32(self, at):
        return struct.unpack_from("<I", self.bytes, at)[0]

    def u64(self, at):
        return struct.unpack_from("<Q", self.bytes, at)[0]

    def put(self, at, layout, *values):
        """Writes values at an offset, in a layout of the module `struct`."""
        struct.pack_into("<" + layout, self.bytes, at, *values)
        return self

    def entry(self, name):
        """The offset of the directory entry of a section."""
        for index in range(self.u32(12)):
            at = 128 + 32 * index
            if self.bytes[at : at + 4] == name.encode():
                return at
        raise KeyError(name)

    def section(self, name):
        """The offset of the content of a section."""
        return self.u64(self.entry(name) + 8)

    def reseal(self):
        """Corrects the page checksums."""
        covered = self.u64(24)
        for page in range(-(-covered // PAGE)):
            checksum = zlib.crc32(self.bytes[page * PAGE : min((page + 1) * PAGE, covered)])
            struct.pack_into("<I", self.bytes, covered + 4 * page, checksum)
        return self

    def rehash(self):
        """Corrects checksums, hashes and root, so that only the content itself can be wrong."""
        self.reseal()
        pack = Pack(bytes(self.bytes))
        tree, levels = pack.directory["hash"], pack.computed_levels
        assert len(levels) == tree.stored, "the change gives a section another number of leaves"
        self.bytes[tree.begin : tree.end] = levels
        self.bytes[40:72] = pack.computed_root
        return self.reseal().restate()

    def restate(self):
        """Corrects the root, the file hash and the CRC of the release statement."""
        begin = self.u64(32)
        length = self.u32(begin + 8)
        payload = json.loads(self.bytes[begin + 12 : begin + 12 + length])
        payload["root"] = self.bytes[40:72].hex()
        payload["file-hash"] = hashlib.sha256(self.bytes[:begin]).hexdigest()
        new = json.dumps(payload, separators=(",", ":"), sort_keys=True).encode()
        statement = bytes(self.bytes[begin : begin + 8]) + struct.pack("<I", len(new)) + new
        self.bytes[begin:] = statement + struct.pack("<I", zlib.crc32(statement))
        return self
