# best of N user+sys ms of a newscli command
n=$1; shift
python3 - "$n" "$@" <<'P'
import sys,resource,subprocess
n=int(sys.argv[1]); b=9e9
for _ in range(n):
    a=resource.getrusage(resource.RUSAGE_CHILDREN); subprocess.run(['/work/main/.venv/bin/newscli',*sys.argv[2:]],stdout=subprocess.DEVNULL)
    c=resource.getrusage(resource.RUSAGE_CHILDREN); b=min(b,c.ru_utime+c.ru_stime-a.ru_utime-a.ru_stime)
print(round(b*1000),' '.join(sys.argv[2:]))
P
