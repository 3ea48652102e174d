# bash completion for synovia(1)

_synovia() {
    local current=$2 previous=$3 command=${COMP_WORDS[1]} options words=""
    local scenario="--set --vary --seed --joint-seed" common="--help --quiet --format"

    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "presets render simulate plot spine refractory measure play live classroom --help --version" -- "$current")
        return
    fi

    case $previous in
        --encoding) words="pcm16 pcm24 float flac ogg" ;;
        --format) words="text json" ;;
        --level) words="truepeak:-1 cal:120 pa" ;;
        --joints) words="same new" ;;
        --listener) words="mono stereo" ;;
        --room) words="none near small" ;;
        --rate | --sample-rate) words="44100 48000 88200 96000 176400 192000" ;;
        --repeat) words="2 3 forever" ;;
        --set)
            compopt -o nospace 2>/dev/null
            words=$(synovia presets --keys 2>/dev/null | grep '^[a-z]' | sed 's/$/=/')
            ;;
        --vary | --seed | --joint-seed | --velocity | --date | --metadata | --duration | --spacing | --device | -n | --takes | --draws | --minutes) return ;;
        -o | --output | --csv | --record | --replay)
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
            ;;
    esac
    if [[ -n $words ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi

    case $command in
        presets) options="$common --check --keys --names --levels" ;;
        render)
            options="$common $scenario --output --force --rate --encoding --level --duration --room --listener --takes --spacing --stems"
            options+=" --date --metadata --joints --velocity"
            options+=" --allow-silent -o -n"
            ;;
        simulate) options="$common $scenario --csv --sample-rate --force" ;;
        plot) options="--help --quiet $scenario --output --force -o" ;;
        spine) options="$common $scenario --draws --statements --output --force -o" ;;
        refractory) options="$common $scenario --minutes --output --force -o" ;;
        measure) options="$common" ;;
        play) options="$common $scenario --device --list-devices --level --room --listener --repeat --verbose" ;;
        live)
            options="--help --quiet $scenario --device --listener --plain --memory --measure-latency --record --replay"
            options+=" --midi --list-midi --output --force --verbose -o"
            ;;
        classroom) options="--help --quiet --output --no-open --force -o" ;;
        *) return ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        return
    fi
    [[ $command == @(measure|classroom) ]] || words=$(synovia presets --names 2>/dev/null)
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"; compgen -f -- "$current")
}

complete -o filenames -F _synovia synovia
