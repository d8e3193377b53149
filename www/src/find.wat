;; Finds separators, quotes and line ends sixteen bytes at a time, in the core's memory. For each block of 64 bytes
;; it writes two numbers: a bit for each byte that is special, and whether some byte lies beyond ASCII (not 0).
;; A module of its own, for a browser without vectors can't take one that has them: there the core finds them itself.
(module
  (import "core" "memory" (memory 1))

  (func $special (param $text v128) (param $separator v128) (result i64)
    (i64.extend_i32_u
      (i8x16.bitmask
        (v128.or
          (v128.or
            (i8x16.eq (local.get $text) (local.get $separator))
            (i8x16.eq (local.get $text) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10)))
          (v128.or
            (i8x16.eq (local.get $text) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13))
            (i8x16.eq (local.get $text) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34)))))))

  (func (export "find") (param $text i32) (param $blocks i32) (param $separator i32) (param $out i32)
    (local $s v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $s (i8x16.splat (local.get $separator)))
    (loop $next
      (if (i32.eqz (local.get $blocks)) (then (return)))
      (local.set $a (v128.load offset=0 align=1 (local.get $text)))
      (local.set $b (v128.load offset=16 align=1 (local.get $text)))
      (local.set $c (v128.load offset=32 align=1 (local.get $text)))
      (local.set $d (v128.load offset=48 align=1 (local.get $text)))
      (i64.store offset=0 (local.get $out)
        (i64.or
          (i64.or
            (call $special (local.get $a) (local.get $s))
            (i64.shl (call $special (local.get $b) (local.get $s)) (i64.const 16)))
          (i64.or
            (i64.shl (call $special (local.get $c) (local.get $s)) (i64.const 32))
            (i64.shl (call $special (local.get $d) (local.get $s)) (i64.const 48)))))
      (i64.store offset=8 (local.get $out)
        (i64.extend_i32_u
          (i8x16.bitmask
            (v128.or
              (v128.or (local.get $a) (local.get $b))
              (v128.or (local.get $c) (local.get $d))))))
      (local.set $text (i32.add (local.get $text) (i32.const 64)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $blocks (i32.sub (local.get $blocks) (i32.const 1)))
      (br $next))))
